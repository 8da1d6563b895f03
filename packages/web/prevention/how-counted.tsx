import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { percent } from '../words.ts';
import { keepSetting, preventionChanged, type Portfolio, type TypeList } from './calls.ts';

/** Method and sources, and the two choices that a partnership has: the bound for Treat, and its country. */
export function HowCounted({
  partnership,
  setting,
  list,
}: {
  partnership: string;
  setting: Portfolio['setting'];
  list: TypeList;
}) {
  const mine = usePartnership(partnership);
  return (
    <>
      <Method>
        <p>
          Planned and running interventions are counted; ideas and ended ones are not. An
          intervention of several pathways or timings counts whole in each of its cells, and its
          money and the people it reached are shared equally among them, so that all cells add up.
          Money in another currency is left out of sums and said. Evenness is Pielou’s index over
          the five pathways. Two interventions of one type, in one place, for the same people may
          overlap.
        </p>
        <p>
          Pathways and timings: Such and others 2022, and the BETR framework of its journal version.
          Layers: public-health framework 2021; the six Cs: Such and others 2024. Types:{' '}
          {list.title}, version {list.version}.{' '}
          <Link to="/p/$partnership/plan/interventions/types" params={{ partnership }}>
            See the list and where each name comes from
          </Link>
          .
        </p>
      </Method>
      {mine !== null && mayCoordinate(mine.role) && (
        <details className="method">
          <summary>
            Change the bound ({percent(setting.treatShare)}) or your country (
            {setting.context === '' ? 'not said' : setting.context})
          </summary>
          <Choose key={JSON.stringify(setting)} {...{ partnership, setting }} />
        </details>
      )}
    </>
  );
}

function Choose({ partnership, setting }: { partnership: string; setting: Portfolio['setting'] }) {
  const [share, setShare] = useState(String(Math.round(setting.treatShare * 100)));
  const [context, setContext] = useState(setting.context);
  const save = useMutation({
    mutationFn: (treatShare: number | null) => keepSetting(partnership, { treatShare, context }),
    onSuccess: preventionChanged,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(Number(share) / 100);
      }}
    >
      <TextField
        label="Treat outweighs above this share of known spend, in %"
        hint={
          setting.proposed
            ? '60% is a proposal of Freehold; no source gives a bound.'
            : 'Your partnership chose this.'
        }
        type="number"
        value={share}
        onChange={setShare}
      />
      <TextField
        label="The country you work in, as studies name it"
        hint="Such as GB. Suggestions say whether a type was tried there."
        maxLength={80}
        value={context}
        onChange={setContext}
      />
      <Problems error={save.error} />
      <div className="row">
        <Button type="submit" disabled={save.isPending}>
          Keep these
        </Button>
        {!setting.proposed && (
          <Button tone="quiet" onClick={() => save.mutate(null)}>
            Back to the proposed bound
          </Button>
        )}
      </div>
    </form>
  );
}
