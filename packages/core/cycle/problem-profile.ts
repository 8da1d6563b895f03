import { z } from 'zod';

/** The parts of a problem profile, by the headings of the template. [PP-1] */
export const ProfilePart = z.enum([
  'insights',
  'recommendations',
  'intelligence-gaps',
  'risks',
  'rationale',
  'aim',
  'method',
  'definitions',
  'handling',
  'progress',
  'priorities',
  'survivors',
  'national',
  'local',
  'by-type',
  'over-time',
  'people',
  'mapping',
  'in-focus',
  'tables',
]);
export type ProfilePart = z.infer<typeof ProfilePart>;

/** Nothing is decided about an open part; a part that is left out stands in no version. */
export const PartState = z.enum(['open', 'ready', 'left-out']);
export type PartState = z.infer<typeof PartState>;

export type PartGuide = {
  readonly code: ProfilePart;
  readonly group: string;
  readonly title: string;
  /** What belongs here, in a sentence or two. */
  readonly help: string;
  /** Can it be filled in from what is recorded? */
  readonly fills: boolean;
  /** Not a heading of the template: ours. */
  readonly ours?: boolean;
};

const part = (
  group: string,
  code: ProfilePart,
  title: string,
  help: string,
  { fills = false, ours = false } = {},
): PartGuide => ({ code, group, title, help, fills, ...(ours && { ours }) });

const summary = 'Executive summary';
const introduction = 'Introduction';
const progress = 'Partnership progress';
const priorities = 'Partnership priorities';
const trends = 'Core trend analysis';

/** Every part in the template's order, under its heading. Source: [PPG], report template; parts marked `ours` are not in it. */
export const profileParts: readonly PartGuide[] = [
  part(
    summary,
    'insights',
    'Insights',
    'What a reader should take away in a minute. The findings of the newest review are filled in; say what they mean here.',
    { fills: true },
  ),
  part(
    summary,
    'recommendations',
    'Recommendations and priorities',
    'What should be done first, and by whom. The order of priorities is filled in.',
    { fills: true },
  ),
  part(
    summary,
    'intelligence-gaps',
    'Intelligence gaps',
    'What is not known, and what it would take to know it. Gaps of data and knowledge, and data that are missing, are filled in.',
    { fills: true },
  ),
  part(
    summary,
    'risks',
    'Threat and risk table',
    'Risk, description, mitigating action. The risk register is filled in.',
    { fills: true },
  ),
  part(
    introduction,
    'rationale',
    'Rationale',
    'Why this profile is written now, and what it follows from.',
  ),
  part(introduction, 'aim', 'Aim', 'What it is for, and what is left out.'),
  part(
    introduction,
    'method',
    'Method',
    'Which sources were used, who was asked, what could not be had. How the scores were worked out is filled in.',
    { fills: true },
  ),
  part(
    introduction,
    'definitions',
    'Definitions',
    'The words that readers may take otherwise. Those of the scores and counts are filled in.',
    { fills: true },
  ),
  part(
    introduction,
    'handling',
    'Handling guidance',
    'Who may have this document. The guidance of its marking is filled in.',
    { fills: true },
  ),
  part(
    progress,
    'progress',
    'What is in place',
    'Training, outreach, support services, funding. Assets and finished actions are filled in.',
    { fills: true },
  ),
  part(
    priorities,
    'priorities',
    'Assets and vulnerabilities, priorities and actions',
    'For each priority: what there is to build on, what is missing, and what is done about it.',
    { fills: true },
  ),
  part(
    priorities,
    'survivors',
    'What survivors say',
    'What survivors said, in sum, and what changed because of it.',
    { fills: true, ours: true },
  ),
  part(
    trends,
    'national',
    'National picture',
    'The same measures for the nation, where they are loaded.',
    { fills: true },
  ),
  part(
    trends,
    'local',
    'Local picture',
    'The newest value of each measure of this place, with its source.',
    { fills: true },
  ),
  part(
    trends,
    'by-type',
    'By exploitation type',
    'Which types of exploitation are seen here, and which are not looked for. Counts of people under five are never written.',
  ),
  part(
    trends,
    'over-time',
    'Over time',
    'How counts went. A rise can be better finding. The series are filled in.',
    { fills: true },
  ),
  part(
    trends,
    'people',
    'Victim and suspect profile',
    'Ages, nationalities, routes in, as shares of many people. Nothing about one person, and no count under five.',
  ),
  part(
    'Mapping',
    'mapping',
    'By area',
    'Where within the place. Values of the places that lie in it are filled in where they are loaded; postcode areas are written here.',
    { fills: true },
  ),
  part(
    'In focus',
    'in-focus',
    'In-focus discussion',
    'One theme looked at closely: a sector, a type of place, a group of people.',
  ),
  part('Appendices', 'tables', 'Tables', 'All topic scores with their ranges.', { fills: true }),
];

/** @throws RangeError never for a part of the enum: every part has a guide. */
export function guideOf(code: ProfilePart): PartGuide {
  const found = profileParts.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`there is no part ${code}`);
  return found;
}
