import { useState } from 'react';
import { Choice } from '../parts/field.tsx';

type Theme = 'system' | 'light' | 'dark';

/** Light, dark, or as the device says; kept in this browser. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  return (
    <div className="tiny">
      <Choice
        label="Colours"
        value={theme}
        options={[
          ['system', 'As the device says'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        onChange={(next) => {
          setTheme(next);
          localStorage.setItem('freehold-theme', next);
          applyTheme();
        }}
      />
    </div>
  );
}

export function applyTheme(): void {
  const theme = keptTheme();
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}

function keptTheme(): Theme {
  const kept = localStorage.getItem('freehold-theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
