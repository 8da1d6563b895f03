import { useEffect, useState } from 'react';
import { api, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

const warnAfter = 15 * 60_000;
const endAfter = 20 * 60_000;
const tellEvery = 60_000;

/**
 * Watches for idleness: warns after fifteen minutes, and after twenty lets one sign in again on top of the page,
 * so that nothing typed is lost. While somebody works, the server is told once a minute.
 */
export function IdleWatch() {
  const [idle, setIdle] = useState(0);
  useEffect(() => watchIdle(setIdle), []);
  const again = async () => {
    await api.session.$get();
    setIdle(0);
    window.dispatchEvent(new Event('freehold-active'));
  };
  const minutes = Math.max(1, Math.ceil((endAfter - idle) / 60_000));
  if (idle >= endAfter) {
    return (
      <Dialog title="You were signed out" open onClose={() => undefined}>
        <p>
          Twenty minutes went by without use. What you typed is still on this page; sign in to go
          on.
        </p>
        <SignInForm
          onSignedIn={async () => {
            await again();
            await queries.invalidateQueries();
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title="Are you still here?" open={idle >= warnAfter} onClose={() => void again()}>
      <p>
        You will be signed out in {minutes} {minutes === 1 ? 'minute' : 'minutes'}. What you typed
        stays on this page.
      </p>
      <div>
        <Button tone="primary" onClick={() => void again()}>
          Stay signed in
        </Button>
      </div>
    </Dialog>
  );
}

/** Calls back with the idle time in milliseconds when it matters; gives the way to stop. */
function watchIdle(tell: (idle: number) => void): () => void {
  let last = Date.now();
  let told = Date.now();
  const active = () => {
    // Once the warning stands, only its button counts: somebody else may be at the keyboard.
    if (Date.now() - last < warnAfter) last = Date.now();
  };
  const restart = () => {
    last = Date.now();
    told = last;
  };
  const timer = setInterval(() => {
    const idle = Date.now() - last;
    tell(idle >= warnAfter ? idle : 0);
    if (idle < tellEvery && Date.now() - told >= tellEvery) {
      told = Date.now();
      // Without a network nobody is told; the next minute tries again.
      api.session.$get().catch(() => {});
    }
  }, 5_000);
  const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
  for (const each of events) window.addEventListener(each, active, { passive: true });
  window.addEventListener('freehold-active', restart);
  return () => {
    clearInterval(timer);
    for (const each of events) window.removeEventListener(each, active);
    window.removeEventListener('freehold-active', restart);
  };
}
