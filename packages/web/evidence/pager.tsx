import { Button } from '../parts/button.tsx';
import { number } from '../words.ts';

/** Where one is in a long list, and the ways on. */
export function Pager({
  page,
  size,
  total,
  onPage,
}: {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}) {
  const last = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  return (
    <nav className="pager" aria-label="Pages">
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Earlier
      </Button>
      <span className="small figures" role="status">
        {number(from)} to {number(Math.min(page * size, total))} of {number(total)}
      </span>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        Further
      </Button>
    </nav>
  );
}

export const pageSize = 50;
