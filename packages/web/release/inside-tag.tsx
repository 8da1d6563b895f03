/** Marks figures that look at the true records. */
export function InsideTag() {
  return <span className="tag warn">Not for publication</span>;
}
