import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailBySmtp, mailFolder } from './adapters.ts';

let server: Server | null = null;
afterEach(
  () =>
    new Promise<void>((done) => {
      if (server === null) done();
      else server.close(() => done());
      server = null;
    }),
);

test('without a mail server every message is a file that a person can read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-mail-'));
  const mail = mailFolder(join(folder, 'mail'), { now: () => new Date('2026-03-02T10:00:00Z') });
  await mail.send({ to: 'kim@example.org', subject: 'Sign in', text: 'Here is your link' });
  const [name = ''] = await readdir(join(folder, 'mail'));
  expect(name).toMatch(/^2026-03-02T10-00-00.*\.txt$/);
  expect(await readFile(join(folder, 'mail', name), 'utf8')).toBe(
    'To: kim@example.org\nSubject: Sign in\n\nHere is your link\n',
  );
  await rm(folder, { recursive: true });
});

test('a message reaches the mail server with sender, receiver, subject and its link whole', async () => {
  const got = await listening();
  const link = `http://freehold.test/sign-in/${'x'.repeat(120)}`;
  await mailBySmtp({ url: got.url, from: 'Freehold <freehold@example.org>' }).send({
    ...{ to: 'kim@example.org', subject: 'Sign in', text: `Hello Kim,\n\n${link}\n` },
  });
  const { commands, content } = got.seen();
  expect(commands).toContain('MAIL FROM:<freehold@example.org>');
  expect(commands).toContain('RCPT TO:<kim@example.org>');
  expect(content).toMatch(/^From: Freehold <freehold@example\.org>$/m);
  expect(content).toMatch(/^Subject: Sign in$/m);
  expect(content.replaceAll('=\r\n', '')).toContain(link);
});

test('a subject and an address cannot put in another header or another receiver', async () => {
  const got = await listening();
  await mailBySmtp({ url: got.url, from: 'freehold@example.org' }).send({
    ...{ to: 'kim@example.org', text: 'x' },
    subject: 'Hello\r\nBcc: eve@example.org',
  });
  const { commands, content } = got.seen();
  expect(commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(1);
  expect(content).not.toMatch(/^Bcc:/m);
});

test('a mail server that refuses is an error, so that nobody believes the message is on its way', async () => {
  const got = await listening({ refuse: true });
  const mail = mailBySmtp({ url: got.url, from: 'freehold@example.org' });
  await expect(mail.send({ to: 'kim@example.org', subject: 'x', text: 'x' })).rejects.toThrow();
});

/** A mail server of a few lines, on this machine, that keeps what it is told. */
async function listening({ refuse = false } = {}) {
  const commands: string[] = [];
  let content = '';
  const made = createServer((socket) => {
    let inData = false;
    let rest = '';
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (inData && line !== '.') content += `${line}\r\n`;
        else if (inData) {
          inData = false;
          socket.write('250 kept\r\n');
        } else {
          commands.push(line);
          inData = answered(socket, line, refuse);
        }
      }
    });
  });
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  const at = made.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, seen: () => ({ commands, content }) };
}

/** True when the message itself comes next. */
function answered(socket: Socket, line: string, refuse: boolean): boolean {
  const [word = ''] = line.toUpperCase().split(' ');
  if (word === 'RCPT' && refuse) socket.write('550 nobody here\r\n');
  else if (word === 'DATA') socket.write('354 go on\r\n');
  else if (word === 'QUIT') socket.end('221 bye\r\n');
  else socket.write('250 fine\r\n');
  return word === 'DATA';
}
