import type { TextStyle } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";

/** The same place, but running text looks like this. */
export function withBody(context: FlowContext, body: TextStyle): FlowContext {
  const { body: _body, ...restyle } = context.restyle ?? {};
  return {
    ...context,
    theme: { ...context.theme, styles: { ...context.theme.styles, body } },
    restyle,
  };
}
