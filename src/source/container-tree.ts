import type { Paragraph } from "mdast";
import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import { readAttributes } from "./attributes.ts";
import type { Container } from "./tree.ts";

/** `open` takes the containers that end without a closing fence, in the order of their ends. */
export function containerFromMarkdown(open: Container[]): FromMarkdown {
  const fences: number[] = [];
  return {
    enter: {
      container(token) {
        fences.push(0);
        this.enter({ type: "container", name: "", children: [] }, token);
      },
      containerLabel(token) {
        this.enter({ type: "paragraph", children: [] }, token);
      },
    },
    exit: {
      container(token) {
        const container = this.stack.at(-1) as Container;
        if (fences.pop() !== 2) open.push(container);
        this.exit(token);
      },
      containerFence() {
        fences.push((fences.pop() ?? 0) + 1);
      },
      containerName(token) {
        (this.stack.at(-1) as Container).name = this.sliceSerialize(token);
      },
      containerLabel(token) {
        this.exit(token);
        const container = this.stack.at(-1) as Container;
        const label = container.children.pop() as Paragraph;
        container.label = label.children;
      },
      containerAttributes(token) {
        const container = this.stack.at(-1) as Container;
        const read = readAttributes(this.sliceSerialize(token).slice(1, -1));
        if (read !== undefined) container.data = { ...container.data, attributes: read };
      },
    },
  };
}
