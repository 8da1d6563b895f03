import { useParams } from '@tanstack/react-router';
import { Empty } from '../parts/notice.tsx';
import { ChangeFrame } from './frame.tsx';

/** The theories of change of a partnership. */
export function Theories() {
  const { partnership } = useParams({ from: '/p/$partnership/change' });
  return (
    <ChangeFrame
      {...{ partnership }}
      here="Theories"
      title="No theory of change is drawn yet"
      error={null}
      ready
    >
      <Empty title="A theory of change says how what you do leads to what you want">
        <p>
          It begins at the goal and asks backwards what must be there first. Every link says why,
          what is known about it, who said so, and whether it shows in the figures.
        </p>
      </Empty>
    </ChangeFrame>
  );
}
