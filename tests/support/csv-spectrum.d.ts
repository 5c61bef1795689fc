declare module 'csv-spectrum' {
  type File = { readonly name: string; readonly csv: Buffer; readonly json: Buffer };
  const spectrum: (done: (error: Error | null, files: File[]) => void) => void;
  export default spectrum;
}
