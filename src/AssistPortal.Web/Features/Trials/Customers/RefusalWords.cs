using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Texts;
using AssistPortal.Trials;
using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Starting;
using AssistPortal.Trials.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Why something can't be done with a trial: each reason its own sentence.</summary>
public sealed class RefusalWords(PortalDbContext db, TrialWording words, IStringLocalizer<CustomersTexts> texts)
{
    /// <summary>Field and sentence.</summary>
    public (string Field, string Text) Of(StartRefusal refusal) => (
        refusal.By switch
        {
            StartRefusalBy.Administrator => nameof(NewTrialInput.AdministratorEmails),
            StartRefusalBy.Site => nameof(NewTrialInput.SiteUrl),
            _ => nameof(NewTrialInput.PhoneNumbers),
        },
        texts[$"Refused.Start.{refusal.Reason}", refusal.What]);

    /// <summary>Field and sentence.</summary>
    /// <param name="refusal">What stands against the change.</param>
    /// <param name="zone">The customer's.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<(string Field, string Text)> OfAsync(
        EditRefusal refusal, DateTimeZone zone, CancellationToken cancellationToken) => (
        refusal.Of switch
        {
            EditPart.Extension => nameof(EditTrialInput.ExtendDays),
            EditPart.Services => nameof(EditTrialInput.AddServices),
            EditPart.Site => nameof(EditTrialInput.SiteUrl),
            _ => nameof(EditTrialInput.PhoneNumbers),
        },
        await TextOfAsync(refusal, zone, cancellationToken));

    /// <summary>The sentence alone.</summary>
    public async Task<string> TextOfAsync(
        EditRefusal refusal, DateTimeZone zone, CancellationToken cancellationToken) => refusal switch
    {
        { Former: { } former } => texts[
            "Refused.ExtendedBefore",
            await NameOfAsync(former.By, cancellationToken),
            DateWords.ZonedTime(former.At.InZone(zone))],
        { Reason: EditRefusalReason.HasService } =>
            texts["Refused.HasService", words.Service(Enum.Parse<CloudService>(refusal.What))],
        { Reason: EditRefusalReason.SiteTaken } => texts["Refused.SiteTaken", refusal.What],
        { Reason: EditRefusalReason.NumberTaken } => texts["Refused.Start.NumberTaken", refusal.What],
        { Reason: EditRefusalReason.NoCall } => texts["Refused.NoCall"],
        { Of: EditPart.Extension } => texts[$"Refused.Extension.{refusal.Reason}"],
        _ => texts[$"Refused.Adding.{refusal.Reason}"],
    };

    private async Task<string> NameOfAsync(Guid? userId, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
        return user is null
            ? texts["Somebody"]
            : PersonName.Of(user.FirstName, user.LastName) is { Length: > 0 } name
            ? name
            : user.Email ?? "";
    }
}
