using System.Security.Claims;
using System.Text;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>Gathers what a mail's page shows.</summary>
public sealed class MailPages(
    PortalDbContext db,
    MailSource source,
    OutdatedMails outdated,
    IEnumerable<IMailSecret> secrets,
    ReaderTimes times)
{
    /// <summary>Null where there is no such mail.</summary>
    public Task<OutboxMail?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<OutboxMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken);

    /// <inheritdoc cref="FindAsync" />
    public async Task<MailPage?> ReadAsync(
        Guid id, string? view, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } mail)
        {
            return null;
        }

        var shown = MailPage.Views.FirstOrDefault(name => name == view) ?? MailPage.Html;
        return new MailPage
        {
            Mail = mail,
            Time = await times.OfAsync(user, cancellationToken),
            View = shown,
            Order = await OrderAsync(mail, cancellationToken),
            Outdated = await outdated.FindAsync(mail, cancellationToken),
            HasSecret = secrets.Any(secret => mail.TextBody.Contains(secret.Placeholder, StringComparison.Ordinal)),
            Octets = shown == MailPage.Source && await source.ReadAsync(mail, cancellationToken) is { } octets
                ? Encoding.UTF8.GetString(octets)
                : null,
        };
    }

    private async Task<RequestNumber?> OrderAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(mail.SubjectId, out var orderId))
        {
            return null;
        }

        var number = await db.Set<Order>()
            .Where(order => order.Id == orderId)
            .Select(order => order.Number)
            .SingleOrDefaultAsync(cancellationToken);
        return number is null ? null : RequestNumber.Parse(number);
    }
}
