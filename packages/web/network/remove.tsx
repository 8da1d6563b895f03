import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { changeNetwork, type NetworkAnswer } from './calls.ts';

/** Takes a network from a file out, after asking by its name. */
export function RemoveNetwork({
  partnership,
  network,
}: {
  partnership: string;
  network: NetworkAnswer;
}) {
  const navigate = useNavigate({ from: '/p/$partnership/partners/network' });
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => changeNetwork(partnership, network.id, { removed: true }),
    onMutate: () => navigate({ search: {} }),
  });
  return (
    <div>
      <Problems error={remove.error} />
      {asked ? (
        <div className="row" role="group" aria-label={`Take ${network.title} out?`}>
          <span>Take “{network.title}” out? You would have to bring the file in again.</span>
          <Button tone="danger" onClick={() => remove.mutate()}>
            Take it out
          </Button>
          <Button onClick={() => setAsked(false)}>Keep it</Button>
        </div>
      ) : (
        <Button onClick={() => setAsked(true)}>Take this network out</Button>
      )}
    </div>
  );
}
