using System.Text.Json.Serialization;

namespace AssistPortal.Data.Audit;

/// <summary>
/// What somebody did, as the audit trail keeps it. Each act has a sealed record of its own, named in the past tense,
/// with an <see cref="AuditActionAttribute"/>; what it declares itself are its details. Docs: decision 17.
/// </summary>
/// <param name="Subject">Kind of thing that it was done to, such as <c>Order</c>.</param>
/// <param name="SubjectId">Key of that thing.</param>
public abstract record AuditRecord(
    [property: JsonIgnore] string Subject, [property: JsonIgnore] string SubjectId);

/// <summary>
/// An act on a thing of one kind. Each kind has a base of its own, which declares the key by its name.
/// </summary>
/// <typeparam name="TSubject">The thing, whose name is the kind.</typeparam>
public abstract record AuditRecord<TSubject>(string SubjectId) : AuditRecord(typeof(TSubject).Name, SubjectId)
    where TSubject : class;
