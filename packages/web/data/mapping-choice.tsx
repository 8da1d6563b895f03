import { useEffect, useState } from 'react';
import type { Mapping } from '@freehold/core/data';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { draft, type Kind } from './drafts.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { fits, type Sample } from './recognised.ts';
import { kindWords } from './words.ts';

export type SavedMapping = {
  readonly code: string;
  readonly title: string;
  readonly content: Mapping;
};

/**
 * How a file is to be read: by a saved mapping that fits its columns, or by one that a person makes now.
 * Hands over a mapping once it is whole, and null while it is not.
 */
export function MappingChoice({
  partnership,
  saved,
  sample,
  fileName,
  usual,
  onChange,
}: {
  partnership: string;
  saved: readonly SavedMapping[];
  sample: Sample;
  fileName: string;
  usual: Kind;
  onChange: (mapping: Mapping | null) => void;
}) {
  const fitting = saved.filter(({ content }) => fits(content, sample));
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const [chosen, setChosen] = useState<string | null>(only?.code ?? null);
  const [changing, setChanging] = useState(false);
  const base = fitting.find(({ code }) => code === chosen);
  useEffect(() => {
    if (only !== undefined) onChange(only.content);
    // Once, when the file is read: the only description that fits is taken up.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const choose = (next: string) => {
    setChosen(next);
    setChanging(false);
    onChange(fitting.find(({ code }) => code === next)?.content ?? null);
  };
  return (
    <div className="stack">
      <fieldset className="stack-tight fieldset">
        <legend>
          {fitting.length > 0
            ? 'Freehold recognises these columns'
            : 'No saved description fits these columns'}
        </legend>
        {fitting.map(({ code, title, content }) => (
          <Option
            key={code}
            label={title}
            detail={kindWords[content.kind]}
            checked={chosen === code}
            onChoose={() => choose(code)}
          />
        ))}
        <Option
          label="Describe the file myself"
          detail="which column is what; it can be saved for the next edition"
          checked={chosen === own}
          onChoose={() => choose(own)}
        />
      </fieldset>
      {base !== undefined && !changing && (
        <div>
          <Button
            tone="quiet"
            onClick={() => {
              setChanging(true);
              onChange(null);
            }}
          >
            Look into this description, and change it
          </Button>
        </div>
      )}
      {base !== undefined && changing && (
        <MappingEditor
          key={base.code}
          partnership={partnership}
          sample={sample}
          first={base.content}
          title={base.title}
          onChange={onChange}
        />
      )}
      {chosen === own && (
        <OwnMapping
          partnership={partnership}
          sample={sample}
          fileName={fileName}
          usual={usual}
          onChange={onChange}
        />
      )}
    </div>
  );
}

/** No code of a mapping has a space. */
const own = 'describe it';

function Option({
  label,
  detail,
  checked,
  onChoose,
}: {
  label: string;
  detail: string;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="option">
      <input type="radio" name="mapping" checked={checked} onChange={onChoose} />
      <span>
        {label} {detail !== '' && <span className="small soft">{detail}</span>}
      </span>
    </label>
  );
}

function OwnMapping({
  partnership,
  sample,
  fileName,
  usual,
  onChange,
}: {
  partnership: string;
  sample: Sample;
  fileName: string;
  usual: Kind;
  onChange: (mapping: Mapping | null) => void;
}) {
  const [kind, setKind] = useState<Kind>(usual);
  return (
    <>
      {usual !== 'boundaries' && (
        <Choice
          label="What does the file hold?"
          value={kind}
          options={(['observations', 'places', 'populations'] as const).map(
            (each) => [each, kindWords[each]] as const,
          )}
          onChange={(next) => {
            setKind(next);
            onChange(null);
          }}
        />
      )}
      <MappingEditor
        key={kind}
        partnership={partnership}
        sample={sample}
        first={draft(kind, sample, fileName)}
        title=""
        onChange={onChange}
      />
    </>
  );
}
