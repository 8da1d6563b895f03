import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace, mayFollowRound } from '@freehold/core/access';
import { got } from '../api.ts';
import { ChangeFrame } from '../change/frame.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, number } from '../words.ts';
import {
  boardQuery,
  diligenceChanged,
  incidentsQuery,
  partner,
  settingQuery,
  supplierQuery,
  type Site,
  type WholeSupplier,
} from './calls.ts';
import { SiteForm } from './site-form.tsx';
import { SupplierForm } from './supplier-form.tsx';
import { BandTag } from './tags.tsx';
import {
  arithmetic,
  countryWords,
  placedWords,
  productWords,
  ruleWords,
  tierWords,
  unplacedWords,
} from './words.ts';
import '../look/record.css';
import '../look/directory.css';
import '../look/diligence.css';

/** A supplier: where it stands and why, its sites, and what is noted about it. */
export function Supplier() {
  const { partnership, supplier } = useParams({
    from: '/p/$partnership/change/suppliers/$supplier',
  });
  const { data, error } = useQuery(supplierQuery(partnership, supplier));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const [editing, setEditing] = useState(false);
  const { offer, offerUndo } = useUndo();
  const remove = useMutation({
    mutationFn: (removed: boolean) =>
      got(
        partner.suppliers[':supplier'].$patch({
          param: { partnership, supplier },
          json: { removed },
        }),
      ),
    onSuccess: async ({ name, removed }) => {
      if (removed)
        offerUndo({ says: `${name} is off the lists.`, undo: () => remove.mutate(false) });
      await diligenceChanged(partnership);
    },
  });
  const one = data?.supplier;
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Suppliers"
      title={one === undefined ? 'Supplier' : `${one.name}: ${arithmetic(one)}`}
      ready={data !== undefined}
      action={
        may ? (
          <Button tone="primary" onClick={() => setEditing(true)}>
            Change
          </Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={remove.error} />
      {one !== undefined && one.mergedInto !== null && (
        <Notice title="It was joined to another supplier">
          <p>
            <Link
              to="/p/$partnership/change/suppliers/$supplier"
              params={{ partnership, supplier: one.mergedInto }}
            >
              See the supplier that stands for both
            </Link>
          </p>
        </Notice>
      )}
      {data !== undefined && (
        <>
          <Facts one={data.supplier} />
          <Because partnership={partnership} one={data.supplier} />
          <Sites {...{ partnership, supplier, may }} sites={data.sites} />
          <Noted partnership={partnership} supplier={supplier} />
          {may && !data.supplier.removed && (
            <div>
              <Button onClick={() => remove.mutate(true)}>Take off the lists</Button>
            </div>
          )}
        </>
      )}
      {editing && one !== undefined && (
        <SupplierForm {...{ partnership }} supplier={one} onClose={() => setEditing(false)} />
      )}
    </ChangeFrame>
  );
}

function Facts({ one }: { one: WholeSupplier['supplier'] }) {
  const facts = [
    ['Country', countryWords(one.country)],
    ['Company number', one.companyNumber || '– not known'],
    ['Tier', tierWords(one.tier)],
    ['Products', one.products.map(productWords).join('; ') || '– not known'],
    ['Workers', one.workers === null ? '– not known' : number(one.workers)],
    [
      'Turnover',
      one.turnover === null ? '– not known' : `${one.currency} ${number(one.turnover)}`.trim(),
    ],
    ...(one.note === '' ? [] : [['Note', one.note]]),
  ] as const;
  return (
    <dl className="supplier-facts">
      {facts.map(([title, words]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Because({ partnership, one }: { partnership: string; one: WholeSupplier['supplier'] }) {
  const { data } = useQuery(settingQuery(partnership));
  const rules = (data?.setting.rules ?? []).filter(({ code }) => one.because.includes(code));
  return (
    <section className="stack-tight">
      <h2>
        Why it stands here <BandTag band={one.band} />
      </h2>
      <p>{arithmetic(one)}. The highest of each that a rule gives stands.</p>
      {rules.length === 0 ? (
        <p className="soft">
          {one.because.length === 0
            ? 'No rule speaks to its country, product or tier: that is not low.'
            : 'The rules have changed since; put the suppliers in order again.'}
        </p>
      ) : (
        <ul>
          {rules.map((rule) => (
            <li key={rule.code}>
              <span className="strong">{rule.title}</span>: {ruleWords(rule)}. Severity{' '}
              {rule.severity ?? '–'}, likelihood {rule.likelihood ?? '–'}.{' '}
              <span className="small soft">{rule.source}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Sites({
  partnership,
  supplier,
  sites,
  may,
}: {
  partnership: string;
  supplier: string;
  sites: readonly Site[];
  may: boolean;
}) {
  const [form, setForm] = useState<Site | 'new' | null>(null);
  return (
    <section className="stack">
      <h2>{sites.length === 0 ? 'No site is known' : count(sites.length, 'site', 'sites')}</h2>
      {sites.length > 0 && (
        <Table
          caption={<span className="unseen">Sites</span>}
          rows={sites}
          rowKey={({ id }) => id}
          stacks
          columns={[
            { title: 'Site', heads: true, cell: ({ name }) => name || 'Without a name' },
            {
              title: 'Lies in',
              cell: ({ place, placedBy, unplaced }) =>
                place === null ? (
                  <span className="soft">– {unplacedWords[unplaced] ?? 'not known'}</span>
                ) : (
                  <>
                    {place.name}{' '}
                    <span className="small soft">{placedBy && placedWords[placedBy]}</span>
                  </>
                ),
            },
            {
              title: 'Postcode or code',
              cell: ({ postcode, placeCode }) =>
                [postcode, placeCode].filter((part) => part !== '').join(', ') || '–',
            },
            { title: 'Country', cell: ({ country }) => countryWords(country) },
            {
              title: 'Workers',
              figure: true,
              cell: ({ workers }) => (workers === null ? '–' : number(workers)),
            },
            {
              title: 'Change',
              cell: (site) =>
                may ? (
                  <Button tone="quiet" onClick={() => setForm(site)}>
                    Change<span className="unseen"> {site.name}</span>
                  </Button>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
      {may && (
        <div>
          <Button onClick={() => setForm('new')}>Add a site</Button>
        </div>
      )}
      {form !== null && (
        <SiteForm
          {...{ partnership, supplier }}
          site={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function Noted({ partnership, supplier }: { partnership: string; supplier: string }) {
  const mine = usePartnership(partnership);
  const board = useQuery(boardQuery(partnership));
  const enabled = mine !== null && mayFollowRound(mine.role);
  const incidents = useQuery({ ...incidentsQuery(partnership), enabled });
  const of = <T extends { supplier: { id: string } | null }>(all: readonly T[] = []) =>
    all.filter((each) => each.supplier?.id === supplier);
  const risks = of(board.data?.risks);
  const actions = of(board.data?.actions);
  const found = of(incidents.data?.incidents);
  return (
    <section className="stack-tight">
      <h2>What is noted about it</h2>
      <p>
        {count(risks.length, 'risk', 'risks')}, {count(actions.length, 'action', 'actions')},{' '}
        {count(found.length, 'incident', 'incidents')}.
      </p>
      <ul>
        {risks.map(({ id, title, band }) => (
          <li key={id}>
            Risk: {title} <BandTag band={band} />
          </li>
        ))}
        {actions.map(({ id, title }) => (
          <li key={id}>Action: {title}</li>
        ))}
        {found.map(({ id, title }) => (
          <li key={id}>
            Incident:{' '}
            <Link
              to="/p/$partnership/change/incidents/$incident"
              params={{ partnership, incident: id }}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <div className="row">
        <Link
          className={buttonClass()}
          to="/p/$partnership/change/diligence"
          params={{ partnership }}
        >
          Note a risk or plan an action
        </Link>
        <Link
          className={buttonClass()}
          to="/p/$partnership/change/incidents"
          params={{ partnership }}
        >
          Write an incident down
        </Link>
      </div>
    </section>
  );
}
