namespace AssistPortal.Data.Audit;

/// <summary>
/// The key of an act, such as <c>order.placed</c>. It stands in links, files and rows: it never changes.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AuditActionAttribute(string key) : Attribute
{
    public const int KeyLength = 60;

    public string Key { get; } = key;

    /// <summary>
    /// Whether it is an act also where its <see cref="Change{T}"/>s change nothing, as an answer that is given again.
    /// Of other acts nothing is written then.
    /// </summary>
    public bool EvenUnchanged { get; init; }

    /// <summary>
    /// Whether it belongs to the security log: who came in, who was refused, and what opens the portal. It is logged
    /// besides, by its key and the keys of accounts alone.
    /// </summary>
    public bool IsSecurity { get; init; }
}
