using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Time;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// Access to one order for somebody without an account: a protected cookie, bound to that order, that ends after half
/// an hour without a request.
/// </summary>
public sealed class OrderAccess(
    IDataProtectionProvider protection, Cookies cookies, [FromKeyedServices(Clocks.Real)] IClock clock)
{
    public static readonly Duration Idle = Duration.FromMinutes(30);

    /// <summary>Lets the visitor work on the order.</summary>
    public void Grant(HttpContext http, RequestNumber number, OrderVisitor visitor)
    {
        var content = string.Create(
            CultureInfo.InvariantCulture, $"{visitor.Id:N} {clock.GetCurrentInstant().ToUnixTimeSeconds()}");
        http.Response.Cookies.Append(
            NameFor(number), ProtectorFor(number).Protect(content), cookies.Lasting(Idle.ToTimeSpan()));
    }

    /// <summary>
    /// Who works on the order by this cookie; null where there is none, or it has run out. Using it renews it.
    /// </summary>
    public OrderVisitor? Find(HttpContext http, RequestNumber number)
    {
        if (http.Request.Cookies[NameFor(number)] is not { } cookie || Read(cookie, number) is not { } visitor)
        {
            return null;
        }

        Grant(http, number, visitor);
        return visitor;
    }

    private OrderVisitor? Read(string cookie, RequestNumber number)
    {
        try
        {
            var parts = ProtectorFor(number).Unprotect(cookie).Split(' ');
            var used = Instant.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return used + Idle > clock.GetCurrentInstant()
                ? new OrderVisitor(Guid.Parse(parts[0]), UserId: null)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Not ours, or of another order.
            return null;
        }
    }

    private string NameFor(RequestNumber number) => cookies.Name($"order-{number.Compact}");

    private IDataProtector ProtectorFor(RequestNumber number) =>
        protection.CreateProtector("AssistPortal.OrderAccess", number.Compact);
}
