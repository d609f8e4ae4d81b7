namespace AssistPortal.UnitTests.Architecture;

/// <summary>A type in one room names a type in another.</summary>
/// <param name="From">The room that knows the other.</param>
/// <param name="To">The room that is known.</param>
/// <param name="Because">The two types.</param>
internal sealed record RoomArrow(string From, string To, string Because)
{
    public override string ToString() => $"{From} → {To}: {Because}";
}
