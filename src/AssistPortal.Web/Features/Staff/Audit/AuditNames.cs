namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>The names of things that are still there, with their pages, as they were read for some entries.</summary>
public sealed class AuditNames
{
    private readonly Dictionary<AuditReference, AuditLink> links = [];

    /// <summary>Null where there is no such thing any more.</summary>
    public AuditLink? Find(AuditReference thing) => links.GetValueOrDefault(thing);

    internal void Add(AuditThing thing, object key, string name, string? path = null) =>
        links[new AuditReference(thing, $"{key}")] = new AuditLink(name.Length > 0 ? name : "–", path);
}
