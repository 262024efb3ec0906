/** The types of tex-linebreak name it, though its solver, which the tests compare with, has no page. */
declare type HTMLElement = never;
