using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>Kinds, states and failures of mails in plain words.</summary>
public sealed class MailWords(IStringLocalizer<StaffMailTexts> texts)
{
    /// <summary>
    /// A kind, with its variant where there is a colon; the key itself where there are no words for it.
    /// </summary>
    public string Kind(string key)
    {
        var parts = key.Split(':', 2);
        var (kind, variant) = (parts[0], parts.Length > 1 ? parts[1] : "");
        var name = texts[$"Kind.{kind}"].Or(kind);
        return variant.Length == 0 ? name : texts["Kind.WithVariant", name, texts[$"Variant.{variant}"].Or(variant)];
    }

    public string State(OutboxMailState mailState, bool isBeingSent) =>
        isBeingSent ? texts["State.BeingSent"] : texts[$"State.{mailState}"];

    public string Failure(MailFailure failure) => texts[$"Failure.{failure}"];

    /// <summary>Style of a state's badge.</summary>
    public static string StyleOf(OutboxMailState state) => state switch
    {
        OutboxMailState.Sent or OutboxMailState.Digested => "state--placed",
        OutboxMailState.Failed => "state--failed",
        OutboxMailState.Held => "state--pending",
        _ => "state--updated",
    };
}
