import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import type { CodeList } from '@freehold/core/directory';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { codeListsQuery, directoryChanged, room } from './calls.ts';
import { PartnersFrame } from './frame.tsx';

/** The lists of codes that profiles are answered with: titles may change, codes may retire, none vanishes. */
export function CodeLists() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/code-lists' });
  const { data, error } = useQuery(codeListsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const own = data?.lists.filter(({ version }) => version > 0).length ?? 0;
  return (
    <PartnersFrame
      partnership={partnership}
      here="Code lists"
      title={
        own === 0
          ? 'The answers that a profile offers are those that Freehold ships'
          : `${own} of ${data?.lists.length ?? 0} lists of answers are your own`
      }
      lede="A changed list is a new version. A code is never taken away, only retired, so that no profile loses its meaning."
      error={error}
      ready={data !== undefined}
    >
      {data?.lists.map((list) => (
        <details key={list.code} className="method">
          <summary>
            {list.title}
            {list.version > 0 && `, version ${list.version}`}
          </summary>
          {list.source !== '' && <p className="small soft">{list.source}</p>}
          <Items key={list.version} partnership={partnership} list={list} may={may} />
        </details>
      ))}
    </PartnersFrame>
  );
}

function Items({ partnership, list, may }: { partnership: string; list: CodeList; may: boolean }) {
  const [items, setItems] = useState(list.items);
  const [title, setTitle] = useState('');
  const code = codeFrom(title);
  const save = useMutation({
    mutationFn: () =>
      got(
        room['code-lists'][':codeList'].$put({
          param: { partnership, codeList: list.code },
          json: { items },
        }),
      ),
    onSuccess: () => directoryChanged(partnership),
  });
  const set = (at: number, change: Partial<CodeList['items'][number]>) =>
    setItems(items.map((item, each) => (each === at ? { ...item, ...change } : item)));
  return (
    <div className="stack">
      <Problems error={save.error} />
      <ul className="plain">
        {items.map((item, at) => (
          <li key={item.code} className="row ways">
            <TextField
              label={`Title of ${item.code}${item.proposed ? ' (proposed by Freehold)' : ''}`}
              value={item.title}
              onChange={(said) => set(at, { title: said })}
              maxLength={200}
            />
            <label>
              <input
                type="checkbox"
                checked={item.retired}
                disabled={!may}
                onChange={(event) => set(at, { retired: event.target.checked })}
              />{' '}
              Retired
            </label>
          </li>
        ))}
      </ul>
      {may && (
        <div className="row ways">
          <TextField label="A further answer" value={title} onChange={setTitle} maxLength={200} />
          <Button
            disabled={code === '' || items.some((item) => item.code === code)}
            onClick={() => {
              const added = { code, title, note: '', proposed: false, retired: false };
              setItems([...items, added]);
              setTitle('');
            }}
          >
            Add it
          </Button>
          <Button tone="primary" disabled={save.isPending} onClick={() => save.mutate()}>
            Save as a new version
          </Button>
        </div>
      )}
    </div>
  );
}

function codeFrom(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
