// A whole server in a process of its own, which a test may end at any moment. Says in one line where it is.

import { start } from '@freehold/server';
import { config } from '@freehold/server/config';

const settings = config(process.env);
if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
const running = await start(settings.value, '.');
if (!running.ok) throw new Error(JSON.stringify(running.problems));
console.log(JSON.stringify({ address: running.value.address, signIn: running.value.signIn }));
