import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { got } from '../api.ts';
import { PastImports } from '../data/past-imports.tsx';
import { count } from '../words.ts';
import { directoryChanged, importsQuery, room } from './calls.ts';

/** What has been imported, each with a way to take it back. */
export function PastDirectoryImports({ partnership, may }: { partnership: string; may: boolean }) {
  const { data } = useQuery(importsQuery(partnership));
  return (
    <PastImports
      imports={data?.imports ?? []}
      may={may}
      undo={(directoryImport) =>
        got(
          room.imports[':directoryImport'].undo.$post({ param: { partnership, directoryImport } }),
        )
      }
      onUndone={() => directoryChanged(partnership)}
      undone={({ partnerships, organisations }) =>
        `${count(partnerships, 'partnership', 'partnerships')} and ${count(organisations, 'organisation', 'organisations')}`
      }
      stays="What it brought is removed, and what it changed is as before. Partnerships that somebody has edited or verified since stay."
    >
      <p className="small">
        <Link to="/p/$partnership/partners/clean-up" params={{ partnership }}>
          What waits to be cleaned up
        </Link>
      </p>
    </PastImports>
  );
}
