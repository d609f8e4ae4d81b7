using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Trials.HelpDesk.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>Files what somebody who is signed in asks of the help desk, in the language of the page.</summary>
internal sealed class RequestFiling(PortalDbContext db)
{
    /// <summary>Adds a request to the context, with its entry in the audit trail. The caller says what it is about, and saves.</summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public async Task<HelpDeskRequest> FileAsync(
        HelpDeskRequestKind kind, Guid userId, Guid? trialId, Guid? deviceId, Instant now, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == userId, cancellationToken);
        var name = PersonName.Of(user.FirstName, user.LastName).Trim();
        var asker = new HelpDeskAsker(
            userId, user.Email!, name.Length > 0 ? name : user.Email!, CultureInfo.CurrentUICulture.Name);
        var request = new HelpDeskRequest(kind, asker, now, HelpDeskDue.Of(kind, now)).About(trialId, deviceId);
        db.Add(request);
        db.Audit(new RequestFiled(request.Id, kind, trialId, deviceId), userId, now);
        return request;
    }
}
