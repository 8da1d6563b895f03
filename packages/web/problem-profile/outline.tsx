import { Link, useNavigate } from '@tanstack/react-router';
import { profileParts, type ProfilePart } from '@freehold/core/cycle';
import { Choice } from '../parts/field.tsx';
import type { Part } from './calls.ts';
import { stateWords } from './words.ts';

const groups = [...new Set(profileParts.map(({ group }) => group))];

/** All parts under their headings, each with what was decided about it; on a phone a list to choose from. */
export function Outline({
  partnership,
  here,
  parts,
}: {
  partnership: string;
  here: ProfilePart;
  parts: readonly Part[];
}) {
  const navigate = useNavigate({ from: '/p/$partnership/plan/problem-profile' });
  const stateOf = (code: ProfilePart) => parts.find(({ part }) => part === code)?.state ?? 'open';
  return (
    <>
      <nav className="outline" aria-label="Parts of the profile">
        {groups.map((group) => (
          <div key={group}>
            <h2>{group}</h2>
            <ol>
              {profileParts
                .filter((each) => each.group === group)
                .map(({ code, title }) => (
                  <li key={code}>
                    <Link
                      to="/p/$partnership/plan/problem-profile"
                      params={{ partnership }}
                      search={(before) => ({ ...before, part: code })}
                      resetScroll={false}
                      aria-current={code === here ? 'page' : undefined}
                      activeOptions={{ exact: true, includeSearch: true }}
                    >
                      {title}
                      {stateOf(code) !== 'open' && (
                        <span className="part-state">{stateWords[stateOf(code)]}</span>
                      )}
                    </Link>
                  </li>
                ))}
            </ol>
          </div>
        ))}
      </nav>
      <div className="outline-choice">
        <Choice
          label="Part of the profile"
          value={here}
          options={profileParts.map(
            ({ code, title }) =>
              [
                code,
                stateOf(code) === 'open' ? title : `${title} (${stateWords[stateOf(code)]})`,
              ] as const,
          )}
          onChange={(part) => void navigate({ search: (before) => ({ ...before, part }) })}
        />
      </div>
    </>
  );
}
