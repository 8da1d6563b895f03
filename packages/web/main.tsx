import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './look/tokens.css';
import './look/base.css';
import './look/parts.css';
import './look/shell.css';
import './look/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api.ts';
import { CrumbProvider } from './shell/crumbs.tsx';
import { applyTheme } from './shell/theme.tsx';
import { appRouter } from './app.tsx';

const place = document.getElementById('app');
if (place === null) throw new TypeError('index.html has no #app');

applyTheme();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <CrumbProvider>
        <RouterProvider router={appRouter} />
      </CrumbProvider>
    </QueryClientProvider>
  </StrictMode>,
);
