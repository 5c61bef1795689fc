/** The sign of the hub: a path that winds, in the accent of the design. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 13C6 13 4 3 8 3s2 10 6 10" fill="none" stroke="#0b5563" stroke-width="2.5" stroke-linecap="round"/></svg>';

/** The same for a home screen, which wants a ground and cuts corners. */
export const touchIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 24 24"><path d="M-4-4h24v24H-4z" fill="#fff"/><path d="M2 13C6 13 4 3 8 3s2 10 6 10" fill="none" stroke="#0b5563" stroke-width="2.5" stroke-linecap="round"/></svg>';
