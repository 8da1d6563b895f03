import { expect, test } from 'vitest';
import { checkedRegister, emptyRegister } from './register.ts';

const study = { id: 'st1', title: 'A study' };
const claim = { id: 'c1', statement: 'It works.', links: [{ study: 'st1', stance: 'supports' }] };

test('a register that holds together is read', () => {
  const read = checkedRegister({ ...emptyRegister, studies: [study], claims: [claim] });
  expect(read).toMatchObject({ ok: true, value: { claims: [{ status: 'draft' }] } });
});

test('repeated ids and links to nothing are all said at once, with their paths', () => {
  const read = checkedRegister({
    ...emptyRegister,
    studies: [study, study],
    claims: [{ ...claim, links: [{ study: 'gone', stance: 'supports' }] }],
  });
  expect(read).toMatchObject({
    ok: false,
    problems: [
      { code: 'repeated-code', where: { path: 'studies.1.id' } },
      { code: 'study-unknown', where: { path: 'claims.0.links.0.study' } },
    ],
  });
});

test('what is no register is refused', () => {
  expect(checkedRegister([])).toMatchObject({ ok: false });
  expect(checkedRegister({ ...emptyRegister, extra: 1 })).toMatchObject({
    problems: [{ code: 'unknown-field' }],
  });
});
