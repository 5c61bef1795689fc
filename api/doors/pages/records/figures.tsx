type Figure = readonly [count: number, label: string, href: string];

/** Large figures, each leading to what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul class="figures">
      {figures.map(([count, label, to]) => (
        <li>
          {count > 0 ? (
            <a href={to}>
              <strong>{count}</strong> {label}
            </a>
          ) : (
            <span class="none">
              <strong>0</strong> {label}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
