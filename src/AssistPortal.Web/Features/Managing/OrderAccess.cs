using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Time;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// Access to one order for somebody without an account: a protected cookie, bound to that order and its contact, that
/// ends after half an hour without a request, eight hours after it was granted at the latest, and when the order gets
/// another contact email or a coordinator replaces its links.
/// </summary>
public sealed class OrderAccess(
    IDataProtectionProvider protection, Cookies cookies, [FromKeyedServices(Clocks.Real)] IClock clock)
{
    public static readonly Duration Idle = Duration.FromMinutes(30);

    public static readonly Duration Longest = Duration.FromHours(8);

    /// <summary>Lets the visitor work on the order.</summary>
    /// <param name="http">The visitor's request.</param>
    /// <param name="number">The order.</param>
    /// <param name="stamp">Its <see cref="Order.AccessStamp"/>.</param>
    /// <param name="visitor">The visitor.</param>
    public void Grant(HttpContext http, RequestNumber number, string stamp, OrderVisitor visitor) =>
        Grant(http, number, new GrantedAccess(visitor, stamp, clock.GetCurrentInstant()));

    private void Grant(HttpContext http, RequestNumber number, GrantedAccess granted)
    {
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{granted.Visitor.Id:N} {Seconds(clock.GetCurrentInstant())} {granted.Stamp} {Seconds(granted.Since)}");
        http.Response.Cookies.Append(
            NameFor(number), ProtectorFor(number).Protect(content), cookies.Lasting(Idle.ToTimeSpan()));
    }

    /// <summary>
    /// Who works on the order by this cookie; null where there is none, or it has run out. Using it renews it. Whether
    /// the order still has that stamp is for the caller to ask, once it is read.
    /// </summary>
    public GrantedAccess? Find(HttpContext http, RequestNumber number)
    {
        if (http.Request.Cookies[NameFor(number)] is not { } cookie || Read(cookie, number) is not { } granted)
        {
            return null;
        }

        Grant(http, number, granted);
        return granted;
    }

    private GrantedAccess? Read(string cookie, RequestNumber number)
    {
        try
        {
            if (ProtectorFor(number).Unprotect(cookie).Split(' ') is not [var id, var used, var stamp, var since])
            {
                return null;
            }

            var (now, granted) = (clock.GetCurrentInstant(), Moment(since));
            return Moment(used) + Idle > now && granted + Longest > now
                ? new GrantedAccess(new OrderVisitor(Guid.Parse(id), UserId: null), stamp, granted)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Not ours, or of another order.
            return null;
        }
    }

    private static long Seconds(Instant moment) => moment.ToUnixTimeSeconds();

    private static Instant Moment(string seconds) =>
        Instant.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));

    private string NameFor(RequestNumber number) => cookies.Name($"order-{number.Compact}");

    private IDataProtector ProtectorFor(RequestNumber number) =>
        protection.CreateProtector("AssistPortal.OrderAccess", number.Compact);
}
