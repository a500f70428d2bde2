/** The few members of DOM nodes that we use. The DOM's own types would bring the browser's globals into every file of the project. */
export interface DomNode {
  readonly nodeName: string
  readonly nodeType: number
  readonly firstChild: DomNode | null
  readonly childNodes: Iterable<DomNode>
  readonly ownerDocument: DomDocument
  appendChild(child: DomNode): DomNode
  removeChild(child: DomNode): DomNode
}

/** An element. */
export interface DomElement extends DomNode {
  setAttribute(name: string, value: string): void
}

/** A text node; `data` may be added to. */
export interface DomText extends DomNode {
  data: string
}

/** A page. */
export interface DomDocument {
  readonly documentElement: DomElement
  readonly head: DomElement
  readonly body: DomElement
  createElement(name: string): DomElement
  createTextNode(data: string): DomText
}
