using AssistPortal.Assist.Texts;
using AssistPortal.Data.Audit;
using AssistPortal.Web.Features.Audit;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>What can be chosen from in the audit trail, and its people, in plain words.</summary>
public sealed class AuditWords(AuditRecords records, ActWords acts, IStringLocalizer<AuditTexts> texts)
{
    /// <summary>The acts that can be chosen from, by their words, and the chosen one if it is none of them.</summary>
    /// <param name="chosen">What is chosen.</param>
    /// <param name="withSecurity">Whether those of the security log are among them.</param>
    public IEnumerable<AuditChoice> Actions(string? chosen, bool withSecurity) => Choices(
        withSecurity ? records.Actions : records.Actions.Except(records.SecurityActions, StringComparer.Ordinal),
        chosen,
        acts.Action);

    /// <summary>The kinds of things that can be chosen from, likewise.</summary>
    public IEnumerable<AuditChoice> Subjects(string? chosen) => Choices(records.Subjects, chosen, acts.Subject);

    public string Actor(AuditRow row) => row switch
    {
        { Person: { } person } =>
            Wording.Name(person.FirstName, person.LastName) is { Length: > 0 } name ? name : person.Email,
        { Entry.ActorId: not null } => texts["Actor.Gone"],
        { Entry.AccessId: not null } => texts["Actor.Customer"],
        _ => texts["Actor.Portal"],
    };

    private static IEnumerable<AuditChoice> Choices(
        IEnumerable<string> known, string? chosen, Func<string, string> wordsOf) =>
        (chosen is { Length: > 0 } ? known.Append(chosen) : known)
            .Distinct(StringComparer.Ordinal)
            .Select(key => new AuditChoice(key, wordsOf(key)))
            .OrderBy(choice => choice.Text, StringComparer.CurrentCulture);
}
