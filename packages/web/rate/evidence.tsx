import { useId } from 'react';
import type { Problem } from '@freehold/core/problem';
import { Confidence, Grade } from '@freehold/core/review';
import { TextArea, TextField } from '../parts/field.tsx';
import { problemSentence } from '../words.ts';
import { Files } from './files.tsx';
import type { Typed } from './queue.ts';
import type { KeptFile } from './rate.ts';
import { confidenceWords, gradeWords } from './words.ts';

/** What the answer rests on: evidence grade, confidence, a comment, a link, files. All of it may be left out. */
export function Evidence({
  token,
  typed,
  refused,
  files,
  onChange,
  onFiles,
}: {
  token: string;
  typed: Typed;
  refused: readonly Problem[];
  files: readonly KeptFile[];
  onChange: (typed: Typed) => void;
  onFiles: (files: readonly KeptFile[]) => void;
}) {
  return (
    <section className="stack evidence" aria-labelledby={`evidence-${typed.indicator}`}>
      <h2 id={`evidence-${typed.indicator}`}>What your answer rests on</h2>
      <p className="small soft">
        All of this is optional, and all of it helps when the agencies agree a score. Do not write
        anything that could point at one person.
      </p>
      <Options
        title="Best evidence you have"
        options={Grade.options}
        chosen={typed.grade}
        words={(each) => (
          <>
            <span className="strong">
              {each} · {gradeWords[each][0]}
            </span>{' '}
            <span className="soft">{gradeWords[each][1]}</span>
          </>
        )}
        onChange={(grade) => onChange({ ...typed, grade })}
      />
      <Options
        title="How sure are you?"
        inline
        options={Confidence.options}
        chosen={typed.confidence}
        words={(each) => confidenceWords[each]}
        onChange={(confidence) => onChange({ ...typed, confidence })}
      />
      <TextArea
        label="Comment"
        hint="What works, what is missing, who would know more. No names of people."
        maxLength={4000}
        value={typed.comment}
        onChange={(comment) => onChange({ ...typed, comment })}
      />
      <TextField
        label="Link"
        type="url"
        hint="A page or document that shows it; begins with https://"
        maxLength={1000}
        wrong={refused[0] && problemSentence(refused[0].code, refused[0].details)}
        value={typed.link}
        onChange={(link) => onChange({ ...typed, link })}
      />
      <Files token={token} indicator={typed.indicator} files={files} onChange={onFiles} />
    </section>
  );
}

/** Radio choices that can also be left empty again. */
function Options<Value extends string>({
  title,
  options,
  chosen,
  inline = false,
  words,
  onChange,
}: {
  title: string;
  options: readonly Value[];
  chosen: Value | null;
  inline?: boolean;
  words: (value: Value) => React.ReactNode;
  onChange: (value: Value | null) => void;
}) {
  const name = useId();
  return (
    <fieldset className="options">
      <legend>{title}</legend>
      <div className={inline ? 'inline' : 'stack-tight'}>
        {options.map((each) => (
          <label key={each} className="option">
            <input
              type="radio"
              name={name}
              checked={chosen === each}
              onChange={() => onChange(each)}
            />
            <span>{words(each)}</span>
          </label>
        ))}
        {chosen !== null && (
          <button type="button" className="clear" onClick={() => onChange(null)}>
            Leave empty<span className="unseen">: {title}</span>
          </button>
        )}
      </div>
    </fieldset>
  );
}
