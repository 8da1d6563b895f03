import { stateWords, statementUnder } from './words.ts';

/** A framework's title with its statement under it, for wherever the title stands in a list. [FW-9] */
export function FrameworkTitle({ title, statement }: { title: string; statement: string }) {
  return (
    <div className="framework-title">
      <h2>{title}</h2>
      <p className="small soft">{statementUnder(title, statement)}</p>
    </div>
  );
}

export function VersionTag({ state }: { state: 'draft' | 'published' | 'retired' }) {
  const tone = { draft: 'tag warn', published: 'tag good', retired: 'tag' }[state];
  return <span className={tone}>{stateWords[state]}</span>;
}
