import { useParams } from '@tanstack/react-router';
import { Empty } from '../parts/notice.tsx';
import { ReleaseFrame } from './frame.tsx';

/** From a file of records to a release, all of it in this browser. */
export function Studio() {
  const { partnership } = useParams({ from: '/p/$partnership/release' });
  return (
    <ReleaseFrame
      {...{ partnership }}
      here="Studio"
      title="Make a release that points at nobody"
      lede="The records stay in this browser. Nothing is sent anywhere until you publish, and then only what was protected."
    >
      <Empty title="No records are open">
        <p>The studio begins with a file of records, one row a record.</p>
      </Empty>
    </ReleaseFrame>
  );
}
