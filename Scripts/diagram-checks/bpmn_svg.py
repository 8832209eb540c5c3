"""A picture of a BPMN file from its own coordinates, for looking at the layout without a modelling tool."""

from html import escape

from lxml import etree

NS = {
    "m": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "i": "http://www.omg.org/spec/BPMN/20100524/DI",
    "c": "http://www.omg.org/spec/DD/20100524/DC",
    "d": "http://www.omg.org/spec/DD/20100524/DI",
}
BIOC = "{http://bpmn.io/schema/bpmn/biocolor/1.0}"


def box(element):
    """The x, y, width and height of a shape or label; None where it has no bounds of its own."""
    bounds = element.find("c:Bounds", NS)
    if bounds is None:
        return None
    return tuple(float(bounds.get(key)) for key in ("x", "y", "width", "height"))


def wrapped(text, width, letter):
    """The lines of a text in a width, as a modelling tool breaks them."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            if line and len(line) + 1 + len(word) > max(8, width // letter):
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines.append(line)
    return lines


def text(content, place, anchor="middle", middle=True, size=12):
    """Words in a box, centred or at the left."""
    x, y, width, height = place
    lines = wrapped(content, width if anchor == "start" else width - 10, 6)
    top = y + (height - 15 * len(lines)) / 2 + 11 if middle else y + 11
    left = x + width / 2 if anchor == "middle" else x + 4
    return "".join(
        f'<text x="{left}" y="{top + 15 * n}" font-family="Arial" font-size="{size}" '
        f'text-anchor="{anchor}" fill="#222">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )


def shape(kind, element, place, fill, stroke):
    """The drawing of one element."""
    x, y, width, height = place
    middle = (x + width / 2, y + height / 2)
    if kind.endswith("Event"):
        thick = 4 if kind == "endEvent" else 1.5
        rings = f'<circle cx="{middle[0]}" cy="{middle[1]}" r="18" fill="{fill}" stroke="{stroke}" stroke-width="{thick}"'
        rings += ' stroke-dasharray="5 3"/>' if kind == "boundaryEvent" else "/>"
        if kind == "boundaryEvent":
            rings += (
                f'<circle cx="{middle[0]}" cy="{middle[1]}" r="14" fill="none" stroke="{stroke}" stroke-dasharray="5 3"/>'
                f'<path d="M{middle[0]} {middle[1] - 8}l8 14h-16z" fill="none" stroke="{stroke}"/>'
            )
        if element.find("m:terminateEventDefinition", NS) is not None:
            rings += f'<circle cx="{middle[0]}" cy="{middle[1]}" r="10" fill="{stroke}"/>'
        return rings
    if kind == "exclusiveGateway":
        return (
            f'<path d="M{middle[0]} {y}L{x + width} {middle[1]}L{middle[0]} {y + height}L{x} {middle[1]}z" '
            f'fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>'
            f'<text x="{middle[0]}" y="{middle[1] + 7}" font-size="20" text-anchor="middle">×</text>'
        )
    if kind == "textAnnotation":
        return f'<path d="M{x + 10} {y}h-10v{height}h10" fill="none" stroke="#555"/>'
    radius = 10
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="1.5"/>'
    )


def svg(path):
    """The picture of a BPMN file."""
    tree = etree.parse(path)
    known = {element.get("id"): element for element in tree.iter() if element.get("id")}
    parts, width, height = [], 0, 0
    for item in tree.iterfind(".//i:BPMNShape", NS):
        element = known[item.get("bpmnElement")]
        kind, place = etree.QName(element).localname, box(item)
        width, height = max(width, place[0] + place[2]), max(height, place[1] + place[3])
        fill, stroke = item.get(BIOC + "fill") or "white", item.get(BIOC + "stroke") or "#222"
        parts.append(shape(kind, element, place, fill, stroke))
        label = item.find("i:BPMNLabel", NS)
        name = element.get("name") or element.findtext("m:text", namespaces=NS)
        if not name:
            continue
        if label is not None and box(label):
            parts.append(text(name, box(label), "middle" if kind != "boundaryEvent" else "start", middle=False, size=11))
            height = max(height, box(label)[1] + box(label)[3])
        elif kind == "textAnnotation":
            parts.append(text(name, place, "start", middle=False))
        elif kind == "subProcess":
            parts.append(text(name, (place[0], place[1], place[2], 30)))
        else:
            parts.append(text(name, place))
    for item in tree.iterfind(".//i:BPMNEdge", NS):
        element = known[item.get("bpmnElement")]
        points = [(float(p.get("x")), float(p.get("y"))) for p in item.iterfind("d:waypoint", NS)]
        line = " ".join(f"{x},{y}" for x, y in points)
        isFlow = etree.QName(element).localname == "sequenceFlow"
        looks = 'marker-end="url(#arrow)"' if isFlow else 'stroke-dasharray="2 3"'
        parts.append(f'<polyline points="{line}" fill="none" stroke="#222" stroke-width="1.2" {looks}/>')
        label = item.find("i:BPMNLabel", NS)
        if label is not None and element.get("name"):
            parts.append(text(element.get("name"), box(label), "start", middle=False, size=11))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 60}" height="{height + 40}">'
        '<defs><marker id="arrow" markerWidth="10" markerHeight="8" refX="9" refY="4" orient="auto">'
        '<path d="M0 0L10 4L0 8z" fill="#222"/></marker></defs>'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(parts)}</svg>'
    )
