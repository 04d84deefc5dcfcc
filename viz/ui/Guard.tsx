import { Component, type ComponentChildren } from "preact";

interface GuardProps {
  readonly message: (error: string) => string;
  readonly children: ComponentChildren;
}

/** Keeps an error in one part of the page from taking the others with it. */
export class Guard extends Component<GuardProps, { readonly error: string | null }> {
  override state = { error: null };

  static override getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render({ message, children }: GuardProps, { error }: { readonly error: string | null }) {
    return error === null ? (
      children
    ) : (
      <p class="notice problem" role="alert">
        {message(error)}
      </p>
    );
  }
}
