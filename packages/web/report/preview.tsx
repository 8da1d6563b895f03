import { useQuery } from '@tanstack/react-query';
import { Blocks } from '../document/view.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { previewQuery } from './calls.ts';

/** What the report says, as it will stand in the file. */
export function Preview({ address }: { address: string }) {
  const { data, error } = useQuery(previewQuery(address));
  if (error !== null) return <Problems error={error} />;
  if (data === undefined) return <Loading what="the preview" />;
  return (
    <article className="paper stack" aria-labelledby="preview-title">
      {data.marking !== '' && <p className="marking">{data.marking}</p>}
      <header className="stack-tight">
        <p className="small soft">{data.partnership}</p>
        <h2 id="preview-title">{data.title}</h2>
        <p className="soft">{data.subtitle}</p>
      </header>
      {data.sections.map(({ title, blocks }) => (
        <section key={title} className="stack-tight">
          <h3>{title}</h3>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </article>
  );
}
