import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { directoryChanged, organisationsQuery, room, type OrganisationLine } from './calls.ts';
import { Duplicates } from './duplicates.tsx';
import { PartnersFrame } from './frame.tsx';
import { codeChoices, codeWords } from './words.ts';

const atOnce = 100;

/** Every organisation of the directory, and those that may be one. */
export function Organisations() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/organisations' });
  const { data, error } = useQuery(organisationsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const [query, setQuery] = useState('');
  const [sector, setSector] = useState('');
  const [shown, setShown] = useState(atOnce);
  const { offer, offerUndo } = useUndo();
  const all = data?.organisations ?? [];
  const found = all.filter((each) => fits(each, query, sector));
  return (
    <PartnersFrame
      partnership={partnership}
      here="Organisations"
      title={titleFor(all)}
      error={error}
      ready={data !== undefined}
    >
      <Undo offer={offer} />
      {all.length === 0 && (
        <Empty title="Organisations are listed once, however many partnerships they belong to">
          <p>Add one here, or import a mapping with its members.</p>
        </Empty>
      )}
      {may && <AddOne partnership={partnership} />}
      {all.length > 0 && (
        <>
          <Duplicates partnership={partnership} may={may} offerUndo={offerUndo} />
          <search className="partners-filters">
            <TextField label="Name" type="search" value={query} onChange={setQuery} />
            <Choice
              label="Sector"
              value={sector}
              options={codeChoices('sector', 'Any')}
              onChange={setSector}
            />
          </search>
          <Table
            caption={found.length === all.length ? 'By name' : `${found.length} of ${all.length}`}
            rows={found.slice(0, shown)}
            rowKey={({ id }) => id}
            stacks
            columns={[
              {
                title: 'Organisation',
                heads: true,
                cell: ({ id, name, fields }) => (
                  <>
                    <Link
                      to="/p/$partnership/partners/organisations/$organisation"
                      params={{ partnership, organisation: id }}
                    >
                      {name}
                    </Link>
                    {fields.otherNames.length > 0 && (
                      <div className="small soft regular">also {fields.otherNames.join(', ')}</div>
                    )}
                  </>
                ),
              },
              { title: 'Sector', cell: (each) => codeWords('sector', each.sector) },
              { title: 'Partnerships', figure: true, cell: ({ partnerships }) => partnerships },
            ]}
          />
          {found.length > shown && (
            <div>
              <Button onClick={() => setShown(shown + atOnce)}>
                Show more ({found.length - shown} left)
              </Button>
            </div>
          )}
        </>
      )}
    </PartnersFrame>
  );
}

function titleFor(all: readonly OrganisationLine[]): string {
  if (all.length === 0) return 'No organisation is listed yet';
  const sectors = new Set(all.map(({ sector }) => sector)).size;
  return `${count(all.length, 'organisation', 'organisations')} of ${count(sectors, 'sector', 'sectors')}`;
}

function fits({ name, sector, fields }: OrganisationLine, query: string, asked: string): boolean {
  const sought = query.trim().toLowerCase();
  const names = [name, ...fields.otherNames].map((each) => each.toLowerCase());
  return (asked === '' || asked === sector) && names.some((each) => each.includes(sought));
}

function AddOne({ partnership }: { partnership: string }) {
  const [name, setName] = useState('');
  const [sector, setSector] = useState('ngo');
  const add = useMutation({
    mutationFn: () =>
      got(
        room.organisations.$post({
          param: { partnership },
          json: { name, sector, fields: {} },
        }),
      ),
    onSuccess: async () => {
      setName('');
      await directoryChanged(partnership);
    },
  });
  return (
    <details>
      <summary>Add an organisation</summary>
      <Problems error={add.error} />
      <form
        className="row ways"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextField label="Its name" value={name} onChange={setName} required maxLength={200} />
        <Choice
          label="Sector"
          value={sector}
          options={codeChoices('sector').slice(1)}
          onChange={setSector}
        />
        <Button type="submit" tone="primary" disabled={add.isPending || name.trim() === ''}>
          Add
        </Button>
      </form>
    </details>
  );
}
