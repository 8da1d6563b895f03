import {
  NodeType,
  nodeReading,
  Pathway,
  pathwayWords,
  readingWords,
  Tested,
  testedWords,
  typeWords,
  type TheoryNode,
} from '@freehold/core/change';
import { Choice } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { DraftLine, DraftText } from './draft.tsx';
import { Indicators } from './indicators.tsx';
import { NodeLinks } from './node-links.tsx';
import type { Drawing } from './use-theory.ts';

/** One node: its words, its indicators, what leads to it and where it leads. */
export function NodePanel({
  node,
  drawing,
  onShow,
}: {
  node: TheoryNode;
  drawing: Drawing;
  onShow: (id: string) => void;
}) {
  const { edit, mayDraw, known } = drawing;
  const set = (change: Partial<Omit<TheoryNode, 'id'>>, run = '') =>
    edit({ kind: 'change-node', id: node.id, change }, run === '' ? '' : `${node.id} ${run}`);
  const reading = nodeReading(node, known);
  const line = (field: 'actor' | 'level' | 'timing' | 'source', label: string, most: number) => (
    <DraftLine
      {...{ label, most }}
      value={node[field]}
      onChange={(words) => set({ [field]: words }, field)}
    />
  );
  if (!mayDraw)
    return (
      <section className="stack-tight" aria-label="The chosen node">
        <h2 className="panel-title">{node.title}</h2>
        <p className="small soft">{typeWords[node.type]}</p>
        {node.text !== '' && <p>{node.text}</p>}
        {node.source !== '' && <p className="small">Source: {node.source}</p>}
        <NodeLinks {...{ node, drawing, onShow }} />
      </section>
    );
  return (
    <section className="stack-tight" aria-label="The chosen node">
      <h2 className="panel-title">{typeWords[node.type]}</h2>
      {reading !== 'none' && (
        <p className="small strong">
          {reading === 'on-course' ? '▲' : '▼'} {readingWords[reading]}
        </p>
      )}
      <DraftLine
        label="What is it?"
        needed
        most={300}
        value={node.title}
        onChange={(title) => set({ title }, 'title')}
      />
      <Choice
        label="Type"
        value={node.type}
        options={NodeType.options.map((each) => [each, typeWords[each]] as const)}
        onChange={(type) => set({ type })}
      />
      {node.type === 'assumption' && (
        <>
          <Choice
            label="Does it hold?"
            value={node.tested}
            options={Tested.options.map((each) => [each, testedWords[each]] as const)}
            onChange={(tested) => set({ tested })}
          />
          <DraftText
            label="How do you know, or how would you find out?"
            most={1000}
            value={node.how}
            onChange={(how) => set({ how }, 'how')}
          />
        </>
      )}
      <DraftText
        label="More about it"
        most={4000}
        value={node.text}
        onChange={(text) => set({ text }, 'text')}
      />
      <Indicators {...{ node, drawing }} onChange={(indicators, run) => set({ indicators }, run)} />
      <NodeLinks {...{ node, drawing, onShow }} />
      <details>
        <summary>Actor, pathway, level, time, source</summary>
        <div className="stack-tight">
          {line('actor', 'Actor', 200)}
          <Choice
            label="Pathway"
            value={node.pathway}
            options={Pathway.options.map((each) => [each, pathwayWords[each]] as const)}
            onChange={(pathway) => set({ pathway })}
          />
          {line('level', 'Level', 120)}
          {line('timing', 'When', 120)}
          {line('source', 'Source', 500)}
          <Tick
            words="Proposed by us, not found in a source"
            on={node.proposed}
            onChange={(proposed) => set({ proposed })}
          />
        </div>
      </details>
    </section>
  );
}
