using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Reminders;

internal static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSettings<ReminderOptions>("Ordering");
        return services
            .AddScoped<OrderReminders>()
            .AddScoped<ReminderBatch>()
            .AddHostedService<ReminderWorker>();
    }
}
