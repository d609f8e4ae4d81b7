using System.Net;

namespace AssistPortal.Web.Composition;

/// <summary>The addresses that the server is told to listen on.</summary>
internal static class ListeningAddresses
{
    public static string[] In(IConfiguration configuration) => (configuration["urls"] ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="PortalStartException">One of them is none.</exception>
    public static void Check(IConfiguration configuration)
    {
        var wrong = Array.FindAll(In(configuration), address => !IsOne(address));
        if (wrong.Length > 0)
        {
            throw new PortalStartException([.. wrong.Select(address =>
                $"Urls has {address}, which is no address to listen on; allowed are addresses such as "
                + "http://localhost:5080 or https://*:5443 with ; between them, and "
                + $"a port from 0 to {IPEndPoint.MaxPort} each.")]);
        }
    }

    public static bool IsOne(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                && (address.IsUnixPipe || address.IsNamedPipe || address.Port is >= 0 and <= IPEndPoint.MaxPort);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
