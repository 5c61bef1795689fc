declare module 'fs-native-extensions' {
  /** Locks these bytes of an open file, until it is closed. @returns false where somebody else has them. */
  export function tryLock(descriptor: number, offset: number, length: number): boolean;
}
