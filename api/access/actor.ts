/** Who asks for something to be done, and as what. */
export type Actor = {
  readonly role: 'OPERATOR' | 'PUBLIC';
  /** As the history has it. */
  readonly name: string;
};

/** Whoever runs the hub's commands: the machine is theirs. */
export const operator = (name: string): Actor => ({ role: 'OPERATOR', name });

/** Everybody else, for now. */
export const anybody: Actor = { role: 'PUBLIC', name: 'public' };
