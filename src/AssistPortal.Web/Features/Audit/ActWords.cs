using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Audit;

/// <summary>Acts of the audit trail, and what they are done to, in plain words.</summary>
public sealed class ActWords(IStringLocalizer<AuditTexts> texts)
{
    /// <summary>The act; its key where there are no words for it.</summary>
    public string Action(string act) => texts[$"Action.{act}"].Or(act);

    /// <summary>The kind of thing; its key where there are no words for it.</summary>
    public string Subject(string kind) => texts[$"Subject.{kind}"].Or(kind);
}
