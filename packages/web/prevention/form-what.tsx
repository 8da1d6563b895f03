import {
  InterventionStatus,
  Layer,
  layerSaid,
  MechanismCode,
  nameStatusSaid,
  SixC,
  sixCSaid,
  statusSaid,
  Timing,
  timingSaid,
} from '@freehold/core/prevention';
import { Choice, TextField } from '../parts/field.tsx';
import { Ticks } from '../parts/tick.tsx';
import { ofType } from './fields.ts';
import type { Part } from './form.tsx';
import { Section } from './form-section.tsx';
import { originWords, pathwayWords, typeOf } from './words.ts';

/** What it is: name, type, and where it stands in the matrix. */
export function What({ list, fields, set }: Part) {
  const type = typeOf(list, fields.type);
  const classes = [
    ['programme', 'Programmes and services'],
    ['law-policy', 'Law and policy'],
  ] as const;
  const levels = [...new Set([fields.level, ...list.types.flatMap((each) => each.levels)])];
  return (
    <Section legend="What it is">
      <TextField
        label="Name"
        hint="What people here call it."
        required
        maxLength={300}
        value={fields.name}
        onChange={(name) => set({ name })}
      />
      <Choice
        label="Type"
        hint={
          type === null
            ? 'This type is not on the list in use; it may stay, or be changed.'
            : `This name is ${originWords(type)}. Choosing a type fills in its pathways, timing and level; change them where they differ.`
        }
        value={fields.type}
        options={[
          ...(type === null ? [[fields.type, fields.type] as const] : []),
          ...classes.flatMap(([code, words]) =>
            list.types
              .filter((each) => each.class === code)
              .map(
                (each) =>
                  [
                    each.code,
                    `${words === 'Law and policy' ? 'Law and policy: ' : ''}${each.label} (${nameStatusSaid[each.status].split(':')[0] ?? ''})`,
                  ] as const,
              ),
          ),
        ]}
        onChange={(code) => {
          const next = typeOf(list, code);
          if (next !== null) set(ofType(next));
        }}
      />
      <Ticks
        legend="By which pathway does it work? At least one"
        options={MechanismCode.options.map((code) => [code, pathwayWords(code)])}
        chosen={fields.pathways}
        onChange={(chosen) =>
          set({ pathways: MechanismCode.options.filter((code) => chosen.includes(code)) })
        }
      />
      <Ticks
        legend="When does it act? At least one"
        options={Timing.options.map((when) => [when, timingSaid[when]])}
        chosen={fields.timing}
        onChange={(chosen) =>
          set({ timing: Timing.options.filter((when) => chosen.includes(when)) })
        }
      />
      <Choice
        label="Level"
        value={fields.level}
        options={['', ...levels.filter((each) => each !== '')].map(
          (each) => [each, each === '' ? 'Not said' : each] as const,
        )}
        onChange={(level) => set({ level })}
      />
      <Choice
        label="Layer of the system"
        value={fields.layer ?? ''}
        options={[
          ['', 'Not said'],
          ...Layer.options.map((each) => [each, layerSaid[each]] as const),
        ]}
        onChange={(layer) => set({ layer: layer === '' ? null : layer })}
      />
      {fields.layer === 'national' && (
        <Ticks
          legend="Which of the six Cs of national policy does it serve?"
          options={SixC.options.map((each) => [each, sixCSaid[each]])}
          chosen={fields.sixCs}
          onChange={(chosen) =>
            set({ sixCs: SixC.options.filter((each) => chosen.includes(each)) })
          }
        />
      )}
      <Choice
        label="Status"
        value={fields.status}
        options={InterventionStatus.options.map((each) => [each, statusSaid[each]] as const)}
        onChange={(status) => set({ status })}
      />
      {(fields.status === 'ended' || fields.endedWhy !== '') && (
        <TextField
          label="Why it ended"
          maxLength={1000}
          value={fields.endedWhy}
          onChange={(endedWhy) => set({ endedWhy })}
        />
      )}
    </Section>
  );
}
