import { type ExecutionArgs, type ExecutionResult, getOperationAST, getVariableValues, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../base/context.ts';
import { oncePerShape } from '../read/planned.ts';
import { isRepeated } from '../read/repeated-documents.ts';
import { Completer, type Operation } from './completer.ts';

/**
 * Lets the completer answer what it knows. Anything else, and whatever goes wrong, is answered by the ordinary executor
 * from the beginning; the lists that were read by then are not read again.
 */
export const completeQueries: Plugin<object, Context & { readonly outcome: Outcome }> = {
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args) => (await answerOf(args)) ?? executeFn(args));
  },
};

/** The same answer for another request. It fails where the ordinary executor would tell what is wrong. */
export type Again = (context: Context) => Promise<string>;

/** What came of a request beside its answer. */
export type Outcome = {
  /** Whether the answer may be given again: a query, and without any error. */
  complete: boolean;
  /** Set where whoever asks the same, with no other variables, can be answered without reading the query again. */
  again?: Again;
};

/** Yoga takes the text of an answer from it. */
type Answer = ExecutionResult & { stringify(): string };

async function answerOf(args: ExecutionArgs): Promise<Answer | undefined> {
  const operation = operationOf(args);
  const completer = operation && isRepeated(args.document) ? completerOf(operation) : undefined;
  if (!operation || !completer?.isOfUse) return undefined;
  const again: Again = async (context) => {
    const json = await Promise.race([completer.answer(operation, context), endOf(context.time.signal)]);
    return `{"data":${json}}`;
  };
  const context = args.contextValue as Context & { readonly outcome: Outcome };
  try {
    const text = await again(context);
    // What variables say is checked for each request.
    if (!operation.operation.variableDefinitions?.length) context.outcome.again = again;
    return { data: {}, stringify: () => text };
  } catch {
    return undefined;
  }
}

/** Nothing where the ordinary executor would tell what is wrong. */
function operationOf({
  schema,
  document,
  operationName,
  rootValue,
  variableValues,
}: ExecutionArgs): Operation | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  const fragments = Object.fromEntries(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  return coerced && { schema, fragments, rootValue, operation, variableValues: coerced };
}

/** For a query that has been asked before: to make one takes longer than it saves once. */
const completerOf = (whole: Operation): Completer | undefined => {
  const { operation, variableValues } = whole;
  const shape = { operation, variableValues, fieldNodes: [] };
  return oncePerShape(shape, 'answer', () => {
    try {
      return new Completer(whole);
    } catch {
      return undefined;
    }
  });
};

const endOf = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason));
  });
