import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Downloads } from '../document/downloads.tsx';
import { Blocks } from '../document/view.tsx';
import { guideQuery } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';

/** The policy guide: claims by theme with their confidence, how they were found, and survivors' part. */
export function Guide() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/guide' });
  const { data, error } = useQuery(guideQuery(partnership));
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Guide"
      title={data?.title ?? ''}
      lede={data?.subtitle}
      ready={data !== undefined}
    >
      <Downloads address={`/api/partnerships/${partnership}/evidence-guide`} />
      {data !== undefined && <h2>The guide as it is printed</h2>}
      {data?.sections.map((section) => (
        <section key={section.title} className="stack">
          <h3>{section.title}</h3>
          <Blocks blocks={section.blocks} />
        </section>
      ))}
    </EvidenceFrame>
  );
}
