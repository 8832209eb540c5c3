extension String: Stored {
  init(stored value: JSONValue) throws {
    guard case .string(let text) = value else { throw StoredFault.mismatch("a text", value) }
    self = text
  }
}

extension Int: Stored {
  init(stored value: JSONValue) throws {
    guard let number = value.int else { throw StoredFault.mismatch("a number", value) }
    self = number
  }
}

extension Bool: Stored {
  init(stored value: JSONValue) throws {
    guard case .bool(let flag) = value else { throw StoredFault.mismatch("true or false", value) }
    self = flag
  }
}

extension Array: Stored where Element: Stored {
  init(stored value: JSONValue) throws {
    guard case .array(let list) = value else { throw StoredFault.mismatch("a list", value) }
    self = []
    reserveCapacity(list.count)
    for item in list { append(try Element(stored: item)) }
  }
}

extension ClosedRange: Stored where Bound == Int {
  init(stored value: JSONValue) throws {
    let bounds = try [Int](stored: value)
    guard bounds.count == 2, bounds[0] <= bounds[1] else { throw StoredFault.mismatch("two bounds", value) }
    self = bounds[0]...bounds[1]
  }
}

extension Stored where Self: RawRepresentable, RawValue: Stored {
  init(stored value: JSONValue) throws {
    guard let known = Self(rawValue: try RawValue(stored: value)) else {
      throw StoredFault.mismatch("a known name", value)
    }
    self = known
  }
}

extension Stored where Self: LosslessStringConvertible {
  /// Reads what is stored as its text.
  init(text value: JSONValue) throws {
    guard let read = Self(try String(stored: value)) else {
      throw StoredFault.mismatch("\(Self.self)", value)
    }
    self = read
  }
}

extension Day: Stored {
  init(stored value: JSONValue) throws {
    let number = try Int(stored: value)
    guard Self.storable.contains(number) else { throw StoredFault.mismatch("a day", value) }
    self.init(number: number)
  }
}

extension LocalMoment: Stored {
  init(stored value: JSONValue) throws {
    guard let moment = LocalMoment(try String(stored: value)) else {
      throw StoredFault.mismatch("a moment", value)
    }
    self = moment
  }
}

extension PersonID: Stored {
  init(stored value: JSONValue) throws { self.init(try Int(stored: value)) }
}

extension TextReference: Stored {
  init(stored value: JSONValue) throws { try self.init(text: value) }
}

extension ItemKey: Stored {
  init(stored value: JSONValue) throws { try self.init(text: value) }
}

extension ObligationKey: Stored {
  init(stored value: JSONValue) throws { try self.init(text: value) }
}
