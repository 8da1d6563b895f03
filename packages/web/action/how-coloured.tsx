/** The rule behind the colours, in the words of the rules AC-1 to AC-12. */
export function HowColoured() {
  return (
    <>
      <p>
        <strong>Red</strong>: the due day is past, or something stands in its way.{' '}
        <strong>Amber</strong>: it should have begun; it is due within 14 days and nothing was noted
        in the last 28; it is under way and nobody has noted anything for 90; or it lacks an owner,
        a resource or a due day. <strong>Green</strong>: none of this. What is done or stopped has
        no colour.
      </p>
      <p>
        The rule proposes from what is written down. A person decides, with a reason, and the
        decision stands until somebody changes it; when the rule’s answer becomes worse afterwards,
        the page asks for another look.
      </p>
      <p>
        Days open are counted from the day an action was written down. A kept gap counts as answered
        when an action that was not stopped is linked to it. The numbers of days, and two thirds as
        the mark of an input-heavy plan, are ours: no source fixes them.
      </p>
    </>
  );
}
