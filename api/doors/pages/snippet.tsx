type Code = {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly copy: string;
  readonly done: string;
};

/** Lines to copy: by hand, and by a button where scripts/copy.js runs. */
export function Snippet({ id, label, code, copy, done }: Code) {
  return (
    <p class="snippet">
      <label for={id}>{label}</label>
      <textarea id={id} readonly rows={code.split('\n').length + 2} spellcheck={false}>
        {code}
      </textarea>
      <button type="button" data-copy={id} data-done={done} hidden>
        {copy}
      </button>
    </p>
  );
}
