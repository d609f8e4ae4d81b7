using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AssistPortal.Data.Outgoing;

public static class OutgoingSetup
{
    /// <summary>What modules need that speak to servers outside.</summary>
    public static IServiceCollection AddOutgoingConnections(this IServiceCollection services)
    {
        services.TryAddSingleton<HostResolver>(Dns.GetHostAddressesAsync);
        services.TryAddSingleton<OutgoingConnections>();
        return services;
    }
}
