import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  confidenceWords,
  linkFacts,
  linkLook,
  readingWords,
  Strength,
  strengthWords,
  toneWords,
  type TheoryLink,
} from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { Assumptions } from './assumptions.tsx';
import { DraftLine, DraftText } from './draft.tsx';
import type { Drawing } from './use-theory.ts';

/** One link: why, what is known about it, who said so, and whether it shows: the three things its colour is made of. */
export function LinkPanel({
  link,
  drawing,
  partnership,
  onShow,
}: {
  link: TheoryLink;
  drawing: Drawing;
  partnership: string;
  onShow: (id: string) => void;
}) {
  const { edit, mayDraw, known, history } = drawing;
  const set = (change: Partial<Omit<TheoryLink, 'id'>>, run = '') =>
    edit({ kind: 'change-link', id: link.id, change }, run === '' ? '' : `${link.id} ${run}`);
  const facts = linkFacts(link, known);
  const look = linkLook(facts);
  const title = (id: string) => history.now.nodes.find((node) => node.id === id)?.title ?? '';
  return (
    <section className="stack-tight" aria-label="The chosen link">
      <h2 className="panel-title">
        <button type="button" className="link-button" onClick={() => onShow(link.from)}>
          {title(link.from)}
        </button>{' '}
        leads to{' '}
        <button type="button" className="link-button" onClick={() => onShow(link.to)}>
          {title(link.to)}
        </button>
      </h2>
      <p className="link-state" role="status">
        <span className={`tone-swatch tone-${look.tone} ${look.shade}`} aria-hidden="true" />{' '}
        <span className="strong">{toneWords[look.tone]}</span>
      </p>
      <fieldset className="plain-set" disabled={!mayDraw}>
        <DraftText
          label="Why does the one lead to the other?"
          most={4000}
          value={link.rationale}
          onChange={(rationale) => set({ rationale }, 'why')}
        />
        <Claims {...{ link, drawing, partnership }} onChange={(claims) => set({ claims })} />
        <h3>Who says so</h3>
        <DraftText
          label="What somebody said or wrote"
          hint="Nobody by name who could be found by it."
          most={2000}
          value={link.quote}
          onChange={(quote) => set({ quote }, 'quote')}
        />
        <DraftLine
          label="Said by, or where it stands"
          most={300}
          value={link.saidBy}
          onChange={(saidBy) => set({ saidBy }, 'said')}
        />
        <h3>Whether it shows</h3>
        <p className="small">Now: {readingWords[facts.reading]}</p>
        {known.targets.length === 0 && (
          <p className="small soft">
            The place has no target yet. Set one in the plan, and it can be read here.
          </p>
        )}
        {known.targets.map(({ id, title: name, says, reading }) => (
          <Tick
            key={id}
            words={`${name}: ${says} (${readingWords[reading]})`}
            on={link.targets.includes(id)}
            onChange={(chosen) =>
              set({
                targets: chosen
                  ? [...link.targets, id]
                  : link.targets.filter((each) => each !== id),
              })
            }
          />
        ))}
        <Assumptions
          assumptions={link.assumptions}
          onChange={(assumptions, run) => set({ assumptions }, run)}
        />
        <Choice
          label="Strength"
          value={link.strength}
          options={Strength.options.map((each) => [each, strengthWords[each]] as const)}
          onChange={(strength) => set({ strength })}
        />
        <TextField
          label="Delay in months"
          type="number"
          value={link.lagInMonths === null ? '' : String(link.lagInMonths)}
          onChange={(words) =>
            set(
              { lagInMonths: words === '' ? null : Math.max(0, Math.round(Number(words))) },
              'lag',
            )
          }
        />
        <Tick
          words="Closes a circle on purpose (a loop)"
          on={link.loop}
          onChange={(loop) => set({ loop })}
        />
        {mayDraw && (
          <div>
            <Button tone="danger" onClick={() => edit({ kind: 'remove', ids: [link.id] })}>
              Remove this link
            </Button>
          </div>
        )}
      </fieldset>
    </section>
  );
}

const stances = {
  supports: 'speaks for it',
  contradicts: 'speaks against it',
  qualifies: 'only in part',
} as const;

function Claims({
  link,
  drawing,
  partnership,
  onChange,
}: {
  link: TheoryLink;
  drawing: Drawing;
  partnership: string;
  onChange: (claims: TheoryLink['claims']) => void;
}) {
  const [claim, setClaim] = useState('');
  const { claims } = drawing.known;
  const free = claims.filter(({ id }) => !link.claims.some((each) => each.claim === id));
  return (
    <div className="stack-tight">
      <h3>What is known about it</h3>
      {link.claims.map(({ claim: id, stance }) => {
        const found = claims.find((each) => each.id === id);
        return (
          <div key={id} className="linked-claim">
            <p>
              {found === undefined ? (
                'This claim is not in the register any more.'
              ) : (
                <Link
                  to="/p/$partnership/evidence/claims/$claim"
                  params={{ partnership, claim: id }}
                >
                  {found.statement}
                </Link>
              )}
              {found !== undefined && (
                <span className="small soft">
                  {' '}
                  {confidenceWords[found.confidence]} confidence
                  {found.verdict !== 'unknown' && ` · ${found.verdict.replace('-', ' ')}`}
                </span>
              )}
            </p>
            <div className="row end">
              <Choice
                label="It"
                value={stance}
                options={
                  Object.entries(stances).map(([code, words]) => [code, words] as const) as [
                    typeof stance,
                    string,
                  ][]
                }
                onChange={(next) =>
                  onChange(
                    link.claims.map((each) =>
                      each.claim === id ? { ...each, stance: next } : each,
                    ),
                  )
                }
              />
              <Button
                tone="quiet"
                onClick={() => onChange(link.claims.filter((each) => each.claim !== id))}
              >
                Take off
              </Button>
            </div>
          </div>
        );
      })}
      {claims.length === 0 ? (
        <p className="small soft">The evidence register has no claim yet.</p>
      ) : (
        <div className="row end">
          <Choice
            label="Claim of the evidence register"
            value={claim}
            options={[
              ['', 'Choose …'],
              ...free.map(
                ({ id, statement, confidence }) =>
                  [id, `${statement} (${confidenceWords[confidence]})`] as const,
              ),
            ]}
            onChange={setClaim}
          />
          <Button
            disabled={claim === ''}
            onClick={() => {
              onChange([...link.claims, { claim, stance: 'supports' }]);
              setClaim('');
            }}
          >
            Add
          </Button>
        </div>
      )}
    </div>
  );
}
